package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.RuleId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockSearchTest {

    @ParameterizedTest
    @ValueSource(ints = {1, Integer.MAX_VALUE})
    void findsAnyNumberOfLocksFromOne(int limit) {
        assertThat(search(limit).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesToFindLessThanOne(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(limit))
                .withMessageContaining(Integer.toString(limit));
    }

    @Test
    void placesALockByItsTimeAndItsId() {
        Instant at = Instant.parse("2026-03-04T12:00:00.123456Z");
        RecordLock lock = new RecordLock(
                new LockId(10),
                new RecordKey(new ModuleId(20), new RecordId(30)),
                new LockOrigin.Automatic(new RuleId(40)),
                new ConfigurationId(50),
                at,
                new Revision(60));

        assertThat(LockSearch.Place.of(lock)).isEqualTo(new LockSearch.Place(at, new LockId(10)));
    }

    private static LockSearch search(int limit) {
        return new LockSearch(null, null, null, null, null, limit);
    }
}
