"""Where an address leads, checked before anything is sent there."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from timeline.errors import SourceError

_SAFE = "/%:@!$&'()*+,;=~-._?"
_MOST = 4  # addresses of a host that are tried
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address of the web, in ASCII, and the parts a request needs."""

    url: str
    secure: bool
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt counts for."""
        default = 443 if self.secure else 80
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == default else f":{self.port}"
        return f"{'https' if self.secure else 'http'}://{host}{port}"


def target(url: str, *, base: str | None = None) -> Target:
    """An address taken apart; `base` is the page that leads there. SourceError if it is no http."""
    try:
        parts = urlsplit(urljoin(base or "", url.strip()))
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise SourceError(f"is no web address: {url!r:.100}", where=base, hint=_HTTP) from None
    if parts.scheme not in ("http", "https") or not name:
        raise SourceError(f"is no web address: {url!r:.100}", where=base, hint=_HTTP)
    if parts.username is not None:
        raise SourceError(
            "an address with a name and a password in it isn't fetched",
            where=f"{parts.scheme}://{host}",
            hint="open the page in a browser, save it, and add the file",
        )
    secure = parts.scheme == "https"
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    netloc = f"[{name}]" if ":" in name else name
    netloc = netloc if port is None else f"{netloc}:{port}"
    whole = urlunsplit((parts.scheme, netloc, path, query.removeprefix("?"), ""))
    return Target(whole, secure, name, port or (443 if secure else 80), path + query)


_HTTP = "an address that begins with https:// or http://"


def addresses(to: Target, *, allow_private: bool) -> list[str]:
    """The numeric addresses to connect to, the first four of the host's.

    Whoever connects must use these and not the name, which may lead elsewhere a moment later.
    Raises SourceError where the name is unknown, any address of it is link-local, or is on this
    computer or in a private network and `allow_private` is false.
    """
    try:
        found = socket.getaddrinfo(to.host, to.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SourceError(
            f"there is no host {to.host}",
            where=to.url,
            hint="check the spelling, and whether you are online",
        ) from None
    numbers = list(dict.fromkeys(str(one[4][0]) for one in found))
    if any(map(_is_of_the_machine, numbers)):
        raise SourceError(
            f"{to.host} is where machines are looked after, and no place of articles",
            where=to.url,
            hint="check the address",
        )
    if not allow_private and not all(map(is_public, numbers)):
        raise SourceError(
            f"{to.host} is on this computer or in a private network, where nothing is fetched",
            where=to.url,
            hint="save the page and add the file, or allow such addresses with --private",
        )
    return numbers[:_MOST]


def is_public(number: str) -> bool:
    """Whether a numeric address is one of the open internet, also inside IPv6 wrappings."""
    try:
        address: Address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    inner: list[ipaddress.IPv4Address | None] = []
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address.ipv4_mapped:
            return _is_open(address.ipv4_mapped)
    return _is_open(address) and all(map(_is_open, filter(None, inner)))


def _is_of_the_machine(number: str) -> bool:
    """Link-local: what answers there gives out secrets of the machine, and is never asked."""
    address = ipaddress.ip_address(number.partition("%")[0])
    inner = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (inner or address).is_link_local


def _is_open(address: Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved)
