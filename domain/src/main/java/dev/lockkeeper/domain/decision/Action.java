package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import java.util.List;

/** What somebody wants to do to a record. */
public sealed interface Action {

    /** Looks at it. */
    record Read() implements Action {}

    /**
     * Changes its fields.
     *
     * @param fields their api names, without repetitions; empty when they are not named: then it counts as touching one
     *     that is not excluded
     */
    record Update(List<String> fields) implements Action {

        public Update {
            fields = List.copyOf(fields);
        }
    }

    /** Does something that Zoho calls an action; {@link Update} is the one that has fields. */
    record Perform(RestrictedAction action) implements Action {

        /** @throws IllegalArgumentException for an update */
        public Perform {
            if (action == RestrictedAction.UPDATE) {
                throw new IllegalArgumentException("An update is not without fields");
            }
        }
    }

    /** Sends something to its people. */
    record Communicate(RestrictedCommunication communication) implements Action {}

    /** Presses a custom button, which need not be known here. */
    record Press(CustomButton button) implements Action {}

    /** Locks it by hand. */
    record Lock() implements Action {}

    /** Ends the person's part of its lock. */
    record Unlock() implements Action {}
}
