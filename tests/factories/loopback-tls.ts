/**
 * A server's key and certificate for tests on loopback: for `issuer.example` and `other.example`, by itself, made for
 * these tests alone and trusted nowhere else. Valid from 2020 to 2120.
 */
export const loopbackKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9/S/DZB82ygIYk/g
WiIxDzU7sy9G9mb81rfdm3Q3PNKhRANCAARnIjOdmYmsXFKzt1LiaNiMj3izjW2Z
cYHZrjLqrEUIocUl86IEtztYy/nREjYIO/X2ETwf7ZTGo87kLmXmYwic
-----END PRIVATE KEY-----
`;

export const loopbackCertificate = `-----BEGIN CERTIFICATE-----
MIIBfTCCASOgAwIBAgIBATAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1sb29wYmFj
ayB0ZXN0MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAYMRYwFAYD
VQQDDA1sb29wYmFjayB0ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEZyIz
nZmJrFxSs7dS4mjYjI94s41tmXGB2a4y6qxFCKHFJfOiBLc7WMv50RI2CDv19hE8
H+2UxqPO5C5l5mMInKNcMFowKAYDVR0RBCEwH4IOaXNzdWVyLmV4YW1wbGWCDW90
aGVyLmV4YW1wbGUwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUiJNyXQcGPRiR
a1AtVVWrtGAAWzUwCgYIKoZIzj0EAwIDSAAwRQIhAJRQ3I4MnJB9uwoBrJIlRkCH
DYOw1uHqy/ZQ3Izo3XyuAiBrKJMJOYnajkj/kzBkyJ+gXvMa7H3nAi3UDp41Yyin
Bg==
-----END CERTIFICATE-----
`;
