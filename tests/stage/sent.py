"""What a stage was sent, read as the browser reads it."""

import json
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

import numpy as np


def stage_data(proto: Any) -> dict[str, Any]:
    """The data of a stage from the message that brings it."""
    data: dict[str, Any] = json.loads(proto.bytes)
    return data


def numbers(data: Mapping[str, Any], name: str) -> list[list[float]]:
    """The rows of an array, by its id."""
    return _rows(data, name, data["arrays"][name]["values"])[0]


def frames(data: Mapping[str, Any], name: str) -> list[list[list[float]]]:
    """The rows of an array at each position of the slider."""
    return _rows(data, name, data["frames"]["arrays"][name])


def _rows(data: Mapping[str, Any], name: str, packed: str) -> list[list[list[float]]]:
    rows, columns = [*data["arrays"][name]["shape"], 1][:2]
    every: list[list[list[float]]] = (
        np.frombuffer(b64decode(packed), "<f8").reshape(-1, rows, columns).tolist()
    )
    return every
