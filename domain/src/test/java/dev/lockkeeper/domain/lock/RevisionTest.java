package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevisionTest {

    @Test
    void countsFromOneWithoutGaps() {
        assertThat(Revision.NONE.next()).isEqualTo(new Revision(1));
        assertThat(new Revision(41).next()).isEqualTo(new Revision(42));
    }

    @Test
    void comparesByNumber() {
        Revision largest = new Revision(Long.MAX_VALUE);

        assertThat(Stream.of(new Revision(10), largest, new Revision(9), Revision.NONE)
                        .sorted())
                .isEqualTo(List.of(Revision.NONE, new Revision(9), new Revision(10), largest));
        assertThat(new Revision(7)).isEqualByComparingTo(new Revision(7));
        assertThat(Revision.NONE).isLessThan(Revision.NONE.next());
    }

    @Test
    void refusesANegativeNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Revision(-1)).withMessageContaining("-1");
    }

    @Test
    void endsLoudlyRatherThanStartingAgain() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Revision(Long.MAX_VALUE).next());
    }

    @Test
    void writesItsDigits() {
        assertThat(Revision.NONE).hasToString("0");
        assertThat(new Revision(1_234_567)).hasToString("1234567");
    }
}
