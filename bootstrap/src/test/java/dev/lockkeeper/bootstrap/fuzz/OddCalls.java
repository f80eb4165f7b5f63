package dev.lockkeeper.bootstrap.fuzz;

import java.util.List;
import java.util.Random;

/**
 * Makes calls odd.
 *
 * @param powerlessTokens what else may be sent than the token that may do all
 */
record OddCalls(Random random, OddBodies bodies, List<String> powerlessTokens) {

    private static final List<String> SEGMENTS = List.of(
            "0",
            "-1",
            "+1",
            "01",
            "1.0",
            "1e3",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "%00",
            "%0a",
            "%20",
            "%2e%2e",
            "..",
            ".",
            "%2F",
            "..%2f..%2fetc%2fpasswd",
            "%5c..%5c",
            "a%2Fb",
            "%ff",
            "%c0%af",
            "%f0%9f%94%92",
            "%ed%a0%80",
            "null",
            "undefined",
            "true",
            "*",
            "'%20or%201=1",
            "{id}",
            "$",
            "%25",
            "%2500",
            "Leads",
            "LEADS",
            "leads",
            "Calls",
            "settings",
            "v1",
            "v10",
            "v2.1",
            "V8",
            "locks",
            "Locking_Information__S",
            "Notes",
            "%D9%A1",
            "a;b=c",
            ";jsessionid=1",
            "~",
            "@",
            ":");

    private static final List<String> MALFORMED = List.of("%", "%z", "%zz", "%1", "a%2", "\u00ff", "\"", "<", "|", "^");

    private static final List<String> QUERIES = List.of(
            "&",
            "&&",
            "=",
            "&=",
            "&=x",
            "&module",
            "&module=",
            "&module=Leads&module=Deals",
            "&limit=0",
            "&limit=-1",
            "&limit=201",
            "&limit=99999999999",
            "&limit=1e2",
            "&limit=%F0%9F%94%92",
            "&limit=",
            "&cursor=x",
            "&cursor=",
            "&cursor=LTE",
            "&cursor=OTIyMzM3MjAzNjg1NDc3NTgwOA",
            "&cursor=%00",
            "&fields=",
            "&fields=,,,",
            "&fields=%00",
            "&fields=id&fields=x",
            "&fields%5B%5D=id",
            "&ids=",
            "&ids=1",
            "&ids=,",
            "&ids=x",
            "&id=1",
            "&feature_type=x",
            "&feature_type=record_locking",
            "&source=none",
            "&source=MANUAL",
            "&locked_by=0",
            "&locked_by=x",
            "&locked_before=yesterday",
            "&locked_before=2026-02-30T00:00:00Z",
            "&locked_before=9999-12-31T23:59:59%2B18:00",
            "&locked_before=-0001-01-01T00:00:00Z",
            "&locked_before=2026-01-01T00:00:00+01:00",
            "&page=2",
            "&per_page=1000",
            "&x=%27%3B--",
            "&include=all");

    private static final List<String> HEADERS = List.of(
            "Content-Type: text/plain",
            "Content-Type: text/plain; charset=UTF-16",
            "Content-Type: application/xml",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Type: multipart/form-data",
            "Content-Type: none",
            "Content-Type: /",
            "Content-Type:",
            "Content-Type: application/json; charset=nonsense",
            "Content-Encoding: gzip",
            "Content-Encoding: deflate",
            "Content-Encoding: nonsense",
            "Accept: text/html",
            "Accept: nonsense",
            "Accept: image/*;q=0",
            "Accept-Language: tlh",
            "Accept-Charset: nonsense",
            "X-Request-ID: a b",
            "X-Request-ID:",
            "X-Request-ID: ok",
            "X-HTTP-Method-Override: DELETE",
            "Origin: https://example.org",
            "Origin: null",
            "If-None-Match: *",
            "Range: bytes=0-1",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Host: example.org",
            "Cookie: SESSION=x",
            "Upgrade: h2c",
            "Via: x",
            "Max-Forwards: 0",
            "Forwarded: for=x",
            "TE: trailers");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "LOCK", "get", "FOO");

    private static final List<String> AUTHORIZATIONS = List.of(
            "Bearer",
            "Bearer ",
            "Zoho-oauthtoken",
            "Basic YTpi",
            "Token x",
            "Bearer x",
            "Bearer x y",
            "Bearer ü",
            "Bearer '; drop table access_token; --",
            "Zoho-oauthtoken null",
            "");

    RawCall odd(RawCall call) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> call.body().length > 0 ? bodies.inOnePlace(call) : target(call);
            case 6, 7 -> call.body().length > 0 ? bodies.asAWhole(call) : target(call);
            case 8, 9, 10, 11 -> target(call);
            case 12, 13 -> call.withTarget(call.target() + (call.query().isEmpty() ? "?" : "") + any(QUERIES));
            case 14, 15 -> call.withHeader(any(HEADERS));
            case 16 -> call.withMethod(any(METHODS));
            case 17 -> token(call);
            case 18 -> tooLong(call);
            default -> call.body().length > 0 ? call.withBody("") : call.withBody("{\"data\":[{}]}");
        };
    }

    private RawCall target(RawCall call) {
        String[] segments = call.path().split("/", -1);
        int at = random.nextInt(Math.max(1, segments.length - 1)) + (segments.length > 1 ? 1 : 0);
        return switch (random.nextInt(10)) {
            case 0 -> call.withTarget(call.path() + "/" + call.query());
            case 1 -> call.withTarget(call.path() + "/" + any(SEGMENTS) + call.query());
            case 2 ->
                call.withTarget(call.path().replaceFirst("/", any(List.of("//", "/./", "/x/../"))) + call.query());
            case 3 -> call.withTarget(call.path());
            case 4 -> replaced(call, segments, at, any(MALFORMED));
            case 5 -> replaced(call, segments, at, segments[at] + any(MALFORMED));
            default -> replaced(call, segments, at, any(SEGMENTS));
        };
    }

    private static RawCall replaced(RawCall call, String[] segments, int at, String segment) {
        String[] others = segments.clone();
        others[at] = segment;
        return call.withTarget(String.join("/", others) + call.query());
    }

    private RawCall token(RawCall call) {
        RawCall anonymous = call.withoutToken();
        return switch (random.nextInt(4)) {
            case 0 -> anonymous;
            case 1 -> anonymous.withHeader("Authorization: " + any(AUTHORIZATIONS));
            case 2 -> anonymous.withHeader("Authorization: Bearer " + "x".repeat(random.nextInt(600)));
            default -> anonymous.withHeader("Authorization: Zoho-oauthtoken " + any(powerlessTokens));
        };
    }

    private RawCall tooLong(RawCall call) {
        return switch (random.nextInt(4)) {
            case 0 -> call.withHeader("X-Long: " + "x".repeat(9_000));
            case 1 -> call.withTarget(call.path() + "?x=" + "y".repeat(5_000));
            case 2 -> call.withTarget(call.path() + "/" + "z".repeat(1_000) + call.query());
            default -> call.withBody("{\"data\":\"" + "x".repeat(1_100_000) + "\"}");
        };
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
