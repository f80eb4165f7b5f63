package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.criteria.FieldValue.Amount;
import dev.lockkeeper.domain.criteria.FieldValue.Choices;
import dev.lockkeeper.domain.criteria.FieldValue.Day;
import dev.lockkeeper.domain.criteria.FieldValue.Moment;
import dev.lockkeeper.domain.criteria.FieldValue.Reference;
import dev.lockkeeper.domain.criteria.FieldValue.Truth;
import dev.lockkeeper.domain.criteria.FieldValue.Unusable;
import dev.lockkeeper.domain.criteria.FieldValue.Words;
import dev.lockkeeper.domain.identity.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A value that a condition compares with. */
sealed interface Operand {

    /** What the rule says, word for word. */
    String text();

    /** Whether the record's value stands to this one as asked; a value of another type never does. */
    boolean holds(Relation relation, FieldValue value, Occasion occasion);

    /** {@code ${EMPTY}} and {@code ${NOTEMPTY}}, which ask whether there is a value at all. */
    enum Presence implements Operand {
        EMPTY,
        NOTEMPTY;

        /** Whether this word is true of the value. One of the wrong shape is a value all the same. */
        boolean describes(FieldValue value) {
            return (value == Unusable.EMPTY) == (this == EMPTY);
        }

        @Override
        public String text() {
            return "${" + name() + "}";
        }

        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return relation == Relation.EQUAL && describes(value);
        }
    }

    record NumberOperand(String text, BigDecimal number) implements Operand {
        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return value instanceof Amount amount
                    && relation.holdsFor(amount.number().compareTo(number));
        }
    }

    record TextOperand(String text, String folded) implements Operand {
        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return value instanceof Words words && relation.holdsFor(words.folded(), folded);
        }
    }

    /** One choice, or a part of one, which some choice of the record has to stand to as asked. */
    record ChoiceOperand(String text, String folded) implements Operand {
        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            if (value instanceof Choices choices) {
                for (int i = 0; i < choices.folded().size(); i++) {
                    if (relation.holdsFor(choices.folded().get(i), folded)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /**
     * All choices of a record together.
     *
     * @param folded each once, in order of their code units
     */
    record ChoicesOperand(String text, List<String> folded) implements Operand {
        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return value instanceof Choices choices && relation == Relation.EQUAL && isSame(choices.folded());
        }

        // List.equals makes an iterator.
        private boolean isSame(List<String> others) {
            int same = 0;
            while (same < folded.size()
                    && same < others.size()
                    && folded.get(same).equals(others.get(same))) {
                same++;
            }
            return same == folded.size() && same == others.size();
        }
    }

    record DateOperand(String text, long epochDay) implements Operand {
        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return holdsForDay(epochDay, relation, value, occasion);
        }
    }

    /** A day that depends on when one asks. */
    enum RelativeDay implements Operand {
        YESTERDAY(-1),
        TODAY(0),
        TOMORROW(1);

        private final int daysFromToday;

        RelativeDay(int daysFromToday) {
            this.daysFromToday = daysFromToday;
        }

        @Override
        public String text() {
            return "${" + name() + "}";
        }

        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return holdsForDay(occasion.today().toEpochDay() + daysFromToday, relation, value, occasion);
        }
    }

    /** To a date and time, a day is all the time from its start to the start of the next. */
    private static boolean holdsForDay(long epochDay, Relation relation, FieldValue value, Occasion occasion) {
        if (value instanceof Day day) {
            return relation.holdsFor(Long.compare(day.epochDay(), epochDay));
        }
        return value instanceof Moment moment
                && relation.holdsFor(Long.compare(moment.epochDayIn(occasion.zone()), epochDay));
    }

    record MomentOperand(String text, Instant instant) implements Operand {
        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return value instanceof Moment moment
                    && relation.holdsFor(moment.instant().compareTo(instant));
        }
    }

    record TruthOperand(String text, boolean truth) implements Operand {
        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return value instanceof Truth other && relation == Relation.EQUAL && other.value() == truth;
        }
    }

    record IdOperand(String text, long id) implements Operand {
        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            return value instanceof Reference reference && relation == Relation.EQUAL && reference.id() == id;
        }
    }

    /** {@code ${CURRENTUSER}}: whoever the record is written by, if anyone. */
    enum CurrentUser implements Operand {
        CURRENTUSER;

        @Override
        public String text() {
            return "${" + name() + "}";
        }

        @Override
        public boolean holds(Relation relation, FieldValue value, Occasion occasion) {
            UserId user = occasion.currentUser();
            return user != null
                    && value instanceof Reference reference
                    && relation == Relation.EQUAL
                    && reference.id() == user.value();
        }
    }
}
