package dev.lockkeeper.domain.decision;

import java.util.List;

/**
 * Whether somebody may do something to a record, and why.
 *
 * @param deniedFields of an update that is not permitted: those it named that are not excluded
 * @param allowedFields of an update that is not permitted: the others that it named
 */
public record Decision(boolean permitted, ReasonCode reason, List<String> deniedFields, List<String> allowedFields) {

    public Decision {
        deniedFields = List.copyOf(deniedFields);
        allowedFields = List.copyOf(allowedFields);
    }

    static Decision yes(ReasonCode reason) {
        return new Decision(true, reason, List.of(), List.of());
    }

    static Decision no(ReasonCode reason) {
        return new Decision(false, reason, List.of(), List.of());
    }
}
