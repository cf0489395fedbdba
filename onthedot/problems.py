"""How a refusal looks on HTTP: a problem answer (RFC 9457)."""

import json

from starlette.responses import Response

from onthedot.errors import Refusal


def problem(refusal: Refusal) -> Response:
    """Return the refusal as a problem answer (RFC 9457)."""
    body = {
        "type": f"urn:onthedot:{refusal.name}",
        "title": refusal.status.phrase,
        "status": refusal.status.value,
        "name": refusal.name,
        "detail": refusal.detail,
        **({"field": refusal.field} if refusal.field else {}),
        **refusal.extra,
    }
    wait = getattr(refusal, "retry_after_seconds", None)
    return Response(
        json.dumps(body, default=str).encode(),  # what orjson refuses, half a character, may be in what is quoted
        refusal.status.value,
        {"retry-after": str(wait)} if wait else None,
        "application/problem+json",
    )
