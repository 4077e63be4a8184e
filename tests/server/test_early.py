"""The fields of Streamlit's messages are those that early.js looks for."""

import re
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg, ForwardMsgMetadata

import backprop.server

SCRIPT = Path(backprop.server.__file__).with_name("early.js").read_text(encoding="utf-8")


def test_the_fields_have_their_numbers() -> None:
    names, numbers = re.search(r"const \[(.+)\] = \[(.+)\];", SCRIPT).groups()  # type: ignore[union-attr]
    message, metadata = ForwardMsg.DESCRIPTOR, ForwardMsgMetadata.DESCRIPTOR
    run = metadata.fields_by_name["run"]
    fields = {
        "METADATA": message.fields_by_name["metadata"],
        "NEW_SESSION": message.fields_by_name["new_session"],
        "RUN": run,
        "FRAGMENT_IDS": run.message_type.fields_by_name["fragment_ids"],
    }
    found = dict(zip(names.split(", "), map(int, numbers.split(", ")), strict=True))
    assert found == {name: field.number for name, field in fields.items()}
