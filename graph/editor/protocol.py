"""The protocol in which editors ask, so that every request gets an answer.

The library answers what it can read, and passes over the rest in silence: a request whose
parameters do not fit its method, a message of another version, a request behind the goodbye. An
editor waits for an answer to each of these.
"""

from typing import Any, cast

from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
)
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import RPCMessage


class AnsweringProtocol(LanguageServerProtocol):
    """The protocol of the library, with an error for each request that it would not answer."""

    def structure_message(self, data: dict[str, Any]) -> dict[str, Any]:
        """Leave an object as it is: the library asks for every one in a message, also for those
        among its parameters, and only the message as a whole is one."""
        return data

    @property
    def ending(self) -> bool:
        """Whether the goodbye has come: nothing is listened to any more."""
        return self._shutdown

    def handle_message(self, message: RPCMessage) -> None:
        """Handle a message, as the data that came; an error answers what cannot be handled."""
        data = cast(Any, message)
        if not isinstance(data, dict) or data.get("jsonrpc") != self.VERSION:
            self._refuse(data, JsonRpcInvalidRequest("a message has the version 2.0 of JSON-RPC"))
            return
        asked = "method" in data and "id" in data
        if asked and self.ending:
            self._refuse(data, JsonRpcInvalidRequest("the server has been told to shut down"))
            return
        try:
            structured = super().structure_message(data)
        except JsonRpcException:
            if not asked:
                raise
            fault = f"the parameters do not fit {str(data['method'])[:80]}"
            self._refuse(data, JsonRpcInvalidParams(fault))
            return
        super().handle_message(structured)

    def tell_unreadable(self, why: str) -> None:
        """Say that what came can be no message at all, and so no answer to one."""
        self._refuse(None, JsonRpcParseError(why))

    def _refuse(self, data: Any, error: JsonRpcException) -> None:
        given = data.get("id") if isinstance(data, dict) else None
        id_ = given if isinstance(given, (int, str)) else None
        self._send_response(cast(Any, id_), None, error.to_response_error())
