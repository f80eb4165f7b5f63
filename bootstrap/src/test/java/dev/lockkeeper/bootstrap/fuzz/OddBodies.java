package dev.lockkeeper.bootstrap.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes bodies odd: in one place of their JSON, or as a whole. */
record OddBodies(Random random) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands where something else should, as JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "1e3",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999999999",
            "1e400",
            "1e999999999",
            "-0",
            "0.1e-999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u202e\\u0000\"",
            "\"0\"",
            "\"01\"",
            "\"-1\"",
            "\"9223372036854775808\"",
            "\"null\"",
            "\"${EMPTY}\"",
            "\"${TODAY}\"",
            "\"${CURRENTUSER}\"",
            "\"2026-02-30\"",
            "\"2026-01-01T00:00:00Z\"",
            "\"'; drop table record_lock; --\"",
            "\"../../etc/passwd\"",
            "\"Leads\"",
            "\"Owner\"",
            "\"Tag\"",
            "\"update\"",
            "[]",
            "[[]]",
            "[null]",
            "[1,2,3]",
            "{}",
            "{\"id\":null}",
            "{\"id\":\"1\",\"api_name\":\"x\"}",
            "{\"\":{}}",
            "{\"group_operator\":\"AND\",\"group\":[]}");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "{",
            "}",
            "[",
            "{}",
            "[]",
            "\"\"",
            "0",
            "{\"data\"}",
            "{'data':[]}",
            "{\"data\":[],}",
            "{\"data\":NaN}",
            "// comment\n{}",
            "{}{}",
            "{} x",
            "\uFEFF{}",
            "{\"a\":1,\"a\":2}",
            "data=x&y=z",
            "<xml/>",
            "{\"data\":\"\\x\"}",
            "{\"data\":\"\t\"}",
            "tru",
            "{\"data\":01}",
            "\u0000");

    RawCall inOnePlace(RawCall call) {
        JsonNode tree;
        try {
            tree = JSON.readTree(call.bodyText());
        } catch (JsonProcessingException e) {
            // Made odd before, and no JSON any more.
            return asAWhole(call);
        }
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        if (containers.isEmpty()) {
            return asAWhole(call);
        }
        String marker = "\"here-" + random.nextInt(1_000_000) + "\"";
        JsonNode container = containers.get(random.nextInt(containers.size()));
        boolean changed =
                container instanceof ObjectNode object ? change(object, marker) : change((ArrayNode) container, marker);
        String text = tree.toString();
        return call.withBody(changed ? text.replace(marker, odd()) : text);
    }

    /** Whether a value is to be put where the marker stands. */
    private boolean change(ObjectNode object, String marker) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        String key = keys.isEmpty() ? "more" : keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(5)) {
            case 0 -> object.remove(key);
            case 1 -> object.put("another_key", marker.substring(1, marker.length() - 1));
            default -> object.put(key, marker.substring(1, marker.length() - 1));
        }
        return object.toString().contains(marker);
    }

    private boolean change(ArrayNode array, String marker) {
        String text = marker.substring(1, marker.length() - 1);
        switch (random.nextInt(4)) {
            case 0 -> array.removeAll();
            case 1 -> array.addAll(array.deepCopy());
            case 2 -> array.add(text);
            default -> array.insert(0, text);
        }
        return array.toString().contains(marker);
    }

    RawCall asAWhole(RawCall call) {
        byte[] body = call.body();
        return switch (random.nextInt(12)) {
            case 0 -> call.withBody(Arrays.copyOf(body, body.length / 2));
            case 1 -> call.withBody(call.bodyText() + "x");
            case 2 -> call.withBody(call.bodyText() + call.bodyText());
            case 3 -> call.withBody(call.bodyText().getBytes(StandardCharsets.UTF_16));
            case 4 -> call.withBody(broken(body));
            case 5 -> call.withBody("[".repeat(20_000) + "]".repeat(20_000));
            case 6 -> call.withBody("{\"data\":".repeat(70) + "1" + "}".repeat(70));
            case 7 -> call.withBody(call.bodyText().replaceFirst("\\{\"([^\"]*)\":", "{\"$1\":1,\"$1\":"));
            case 8 -> call.withBody("{\"data\":[" + "1,".repeat(60_000) + "1]}");
            case 9 -> call.withBody("9".repeat(2_000));
            default -> call.withBody(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private byte[] broken(byte[] body) {
        byte[] broken = body.clone();
        if (broken.length > 0) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return broken;
    }

    private String odd() {
        return switch (random.nextInt(30)) {
            case 0 -> "\"" + "x".repeat(3001) + "\"";
            case 1 -> "\"" + "ü".repeat(200_000) + "\"";
            case 2 -> "[".repeat(60) + "]".repeat(60);
            case 3 -> "1" + "0".repeat(999);
            case 4 -> "{\"group_operator\":\"or\",\"group\":[".repeat(6) + "]}".repeat(6);
            case 5 -> "[" + "{},".repeat(40) + "{}]";
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
