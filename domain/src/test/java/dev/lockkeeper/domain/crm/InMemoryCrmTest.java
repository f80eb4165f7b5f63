package dev.lockkeeper.domain.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.LockReason;
import org.junit.jupiter.api.Test;

final class InMemoryCrmTest implements CrmContract {

    private final InMemoryCrm crm = new InMemoryCrm();

    @Override
    public Crm crm() {
        return crm;
    }

    @Override
    public CrmPeople people() {
        return crm;
    }

    @Test
    void canBeTroubled() {
        crm.configure("Deals", LockType.MANUAL);
        RecordAddress record = crm.addRecord("Deals");
        crm.next(InMemoryCrm.Trouble.AWAY, InMemoryCrm.Trouble.LOST_BEFORE, InMemoryCrm.Trouble.LOST_AFTER);

        assertThat(crm.lock(record, new LockReason("r"))).isInstanceOf(CrmReply.Unavailable.class);
        assertThat(crm.lock(record, new LockReason("r"))).isInstanceOf(CrmReply.Unknown.class);
        assertThat(crm.lockOf(record)).isNull();
        assertThat(crm.lock(record, new LockReason("r"))).isInstanceOf(CrmReply.Unknown.class);
        assertThat(crm.lockOf(record)).isNotNull();
        assertThat(crm.calls()).containsExactly("lock");
    }

    @Test
    void isAwayUntilItIsBack() {
        crm.away(true);

        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Unavailable.class);
        assertThat(crm.status().state()).isEqualTo(CrmStatus.State.AWAY);

        crm.away(false);

        assertThat(crm.currentUser()).isEqualTo(new CrmReply.Answered<>(InMemoryCrm.SERVICE));
        assertThat(crm.status().state()).isEqualTo(CrmStatus.State.REACHABLE);
    }
}
