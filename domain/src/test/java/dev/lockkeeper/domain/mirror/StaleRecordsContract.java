package dev.lockkeeper.domain.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.Together;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.mirror.StaleRecords.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link StaleRecords} does. Each test wants an empty store. */
public interface StaleRecordsContract {

    ModuleId DEALS = new ModuleId(11);
    ModuleId LEADS = new ModuleId(12);
    Duration LONG = Duration.ofHours(1);

    StaleRecords stale();

    private static List<RecordId> records(long... ids) {
        return LongStream.of(ids).mapToObj(RecordId::new).toList();
    }

    private Batch taken(Duration lease) {
        return stale().take(100, lease).orElseThrow();
    }

    @Test
    default void givesTheRecordsOfTheModuleThatWasNotedFirst() {
        stale().note(LEADS, records(5));
        stale().note(DEALS, records(7, 6));
        stale().note(LEADS, records(4, 5));
        assertThat(stale().count()).isEqualTo(4);

        Batch leads = taken(LONG);
        Batch deals = taken(LONG);

        assertThat(leads.module()).isEqualTo(LEADS);
        assertThat(leads.records()).containsExactly(new RecordId(5), new RecordId(4));
        assertThat(deals.module()).isEqualTo(DEALS);
        assertThat(deals.records()).containsExactlyInAnyOrder(new RecordId(6), new RecordId(7));
        assertThat(stale().take(100, LONG)).isEmpty();
        assertThat(stale().count()).isEqualTo(4);
    }

    @Test
    default void givesNoMoreThanAskedAndTheFirstNotedFirst() {
        stale().note(DEALS, records(9));
        stale().note(DEALS, records(8));
        stale().note(DEALS, records(7));

        assertThat(stale().take(2, LONG).orElseThrow().records()).containsExactly(new RecordId(9), new RecordId(8));
        assertThat(stale().take(2, LONG).orElseThrow().records()).containsExactly(new RecordId(7));
    }

    @Test
    default void hasNothingToGiveWhereNothingWasNoted() {
        stale().note(DEALS, List.of());

        assertThat(stale().take(1, LONG)).isEmpty();
        assertThat(stale().count()).isZero();
    }

    @Test
    default void forgetsWhatWasLookedAt() {
        stale().note(DEALS, records(1, 2, 3));
        Batch batch = stale().take(2, LONG).orElseThrow();

        stale().looked(batch);

        assertThat(stale().count()).isEqualTo(1);
        assertThat(taken(LONG).records()).hasSize(1).doesNotContainAnyElementsOf(batch.records());
    }

    @Test
    default void givesARecordAgainThatWasNotedMeanwhile() {
        stale().note(DEALS, records(1, 2));
        Batch batch = taken(LONG);
        stale().note(DEALS, records(2));
        assertThat(stale().take(100, LONG)).isEmpty();

        stale().looked(batch);

        Batch again = taken(LONG);
        assertThat(again.records()).isEqualTo(records(2));
        assertThat(again.taken()).isNotEqualTo(batch.taken());
        stale().looked(batch);
        assertThat(stale().count()).isEqualTo(1);
        stale().looked(again);
        assertThat(stale().count()).isZero();
    }

    @Test
    default void givesRecordsAgainOnceTheLeaseHasPassed() {
        stale().note(DEALS, records(1));
        Batch lost = taken(Duration.ofMillis(1));

        Batch again = MirrorSteps.eventually(() -> stale().take(100, LONG));

        assertThat(again.records()).isEqualTo(lost.records());
        assertThat(again.taken()).isGreaterThan(lost.taken());
        stale().note(DEALS, records(1));
        stale().looked(lost);
        stale().looked(again);
        assertThat(taken(LONG).records()).isEqualTo(records(1));
    }

    @Test
    default void givesEachRecordToOneOfManyTakers() {
        stale().note(
                        DEALS,
                        LongStream.rangeClosed(1, 40).mapToObj(RecordId::new).toList());
        stale().note(
                        LEADS,
                        LongStream.rangeClosed(1, 40).mapToObj(RecordId::new).toList());

        List<String> taken = new ArrayList<>();
        for (List<Batch> batches : Together.run(8, _ -> {
            List<Batch> all = new ArrayList<>();
            Optional<Batch> batch = stale().take(3, LONG);
            while (batch.isPresent()) {
                all.add(batch.get());
                batch = stale().take(3, LONG);
            }
            return all;
        })) {
            batches.forEach(batch -> batch.records().forEach(record -> taken.add(batch.module() + "/" + record)));
        }

        assertThat(taken).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    default void keepsEverythingThatManyNoteAtOnce() {
        Together.run(8, i -> {
            for (long id = 1; id <= 20; id++) {
                stale().note(DEALS, i % 2 == 0 ? records(id, 21 - id) : records(21 - id, id));
                stale().take(2, Duration.ZERO).ifPresent(stale()::looked);
            }
            return true;
        });

        stale().note(DEALS, records(1));
        Batch all = taken(LONG);
        stale().looked(all);
        assertThat(stale().count()).isZero();
    }
}
