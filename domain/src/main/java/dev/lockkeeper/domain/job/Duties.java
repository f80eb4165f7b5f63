package dev.lockkeeper.domain.job;

import java.util.List;

/**
 * Has duties done, each by one process at a time, however many processes there are: driven port.
 *
 * <p>A duty whose process has died is taken over by another. Since nobody can tell a dead process from a silent one for
 * sure, that may happen while the first is still at it.
 */
public interface Duties extends AutoCloseable {

    /** Begins with these duties; each runs again after its interval, for as long as any process is there. */
    void start(List<Duty> duties);

    /** Hands out no more duties, and waits a while for those under way. */
    @Override
    void close();
}
