package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.domain.decision.Subject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** AuthZEN's subject: {@code {"type","id","properties":{"profile"}}}. */
final class SubjectRequest {

    static final String NAME = "subject";

    private static final String PORTAL_USER = "portal_user";
    private static final Set<String> TYPES = Set.of("user", PORTAL_USER, "service");

    private SubjectRequest() {}

    static Sent<Subject> read(Map<?, ?> subject) {
        if (!(subject.get("type") instanceof String type) || !TYPES.contains(type)) {
            return new Sent.Malformed<>("subject.type: user, portal_user or service");
        }
        if (!(subject.get("id") instanceof String id) || id.isEmpty() || !Sent.isText(id)) {
            return new Sent.Malformed<>("subject.id: a text that is not empty");
        }
        boolean portal = type.equals(PORTAL_USER);
        return switch (subject.get("properties")) {
            case null -> new Sent.Read<>(new Subject(id, portal, null));
            case Map<?, ?> properties -> withProfile(id, portal, properties);
            default -> new Sent.Malformed<>("subject.properties: an object");
        };
    }

    /** CRMs have profiles with ids that some write as numbers. */
    private static Sent<Subject> withProfile(String id, boolean portal, Map<?, ?> properties) {
        return switch (properties.get("profile")) {
            case null -> new Sent.Read<>(new Subject(id, portal, null));
            case String profile when Sent.isText(profile) -> new Sent.Read<>(new Subject(id, portal, profile));
            case BigDecimal number
            when number.scale() == 0 -> new Sent.Read<>(new Subject(id, portal, number.toPlainString()));
            default -> new Sent.Malformed<>("subject.properties.profile: a profile's name or id, as a text");
        };
    }
}
