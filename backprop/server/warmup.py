"""What happens before the first visitor comes: everything slow that would be theirs to wait for.

The libraries are imported, the first page's files compressed, the first page run once. What then
lives stays, so it is frozen: no later garbage collection walks through it again.
"""

import asyncio
import gc
import logging
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from streamlit import runtime

import backprop
from backprop.server.asset import Asset
from backprop.server.compression import pack_first_page
from backprop.server.connections import prepare_connections
from backprop.server.descriptors import raise_descriptor_limit
from backprop.server.log_limit import Allowance, limit_log
from backprop.server.patches import apply_patches

_SLOW_TO_IMPORT = ("numpy", "pandas", "pyarrow")

# Seconds that one thread computes on while another waits for Python. After each of the hundred
# sends of a page the event loop waits so long for a thread that draws, and every step with it: at
# the usual 5 ms a step beside fifty opened pages took 1.9 s, and takes 0.5 s so.
_SWITCH_INTERVAL = 0.001

Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]


def warm_up(assets: Mapping[str, Asset]) -> Lifespan:
    """The lifespan of the app that serves `assets`."""

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        limit_log(Allowance())
        raise_descriptor_limit()
        apply_patches()
        prepare_connections(asyncio.get_running_loop())
        sys.setswitchinterval(_SWITCH_INTERVAL)
        await asyncio.gather(
            asyncio.to_thread(pack_first_page, assets), asyncio.to_thread(_import_everything)
        )
        await _run_first_page()
        gc.collect()
        gc.freeze()
        yield

    return lifespan


def _import_everything() -> None:
    ours = (module.name for module in walk_packages(backprop.__path__, "backprop."))
    for name in (*_SLOW_TO_IMPORT, *ours):
        import_module(name)


async def _run_first_page() -> None:
    ok, message = await runtime.get_instance().does_script_run_without_error()
    if not ok:
        logging.getLogger(__name__).error("The first page does not run: %s", message)
