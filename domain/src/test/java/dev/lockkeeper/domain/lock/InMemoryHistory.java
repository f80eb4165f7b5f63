package dev.lockkeeper.domain.lock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@link History} of {@link InMemoryLocks}. */
public final class InMemoryHistory implements History {

    private final InMemoryLocks locks;
    private final List<Part> parts = new ArrayList<>();

    private record Part(Instant begun, Revision after) {}

    /** @param begun when its first part began */
    public InMemoryHistory(InMemoryLocks locks, Instant begun) {
        this.locks = locks;
        parts.add(new Part(begun, Revision.NONE));
    }

    @Override
    public synchronized boolean beginPart(Instant now, Instant ifBegunBy) {
        Part present = parts.getLast();
        Revision latest = locks.latest();
        if (present.begun().isAfter(ifBegunBy) || latest.equals(present.after())) {
            return false;
        }
        parts.add(new Part(now, latest));
        return true;
    }

    @Override
    public synchronized int forgetParts(Instant endedBy) {
        int forgotten = 0;
        while (parts.size() > 1
                && !parts.get(1).begun().isAfter(endedBy)
                && !locks.latest().equals(parts.get(1).after())) {
            parts.removeFirst();
            locks.forget(parts.getFirst().after());
            forgotten++;
        }
        return forgotten;
    }
}
