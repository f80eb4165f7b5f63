package dev.lockkeeper.domain.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.crm.ChannelId;
import dev.lockkeeper.domain.identity.Together;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Channels} does. Each test wants an empty store. */
public interface ChannelsContract {

    Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");

    String TOKEN = "token.of.a.channel-ż";

    Channels channels();

    private OpenChannel kept(Instant expiresAt) {
        OpenChannel channel = new OpenChannel(channels().newId(), new ModuleId(7), expiresAt);
        channels().keep(channel, TOKEN);
        return channel;
    }

    @Test
    default void givesEachIdOnce() {
        assertThat(Together.run(8, _ -> channels().newId())).doesNotHaveDuplicates();
    }

    @Test
    default void findsAChannelByItsTokenBeforeItIsOpened() {
        OpenChannel channel = kept(NOON.plusSeconds(1));

        assertThat(channels().find(channel.id(), TOKEN, NOON)).contains(channel);
        assertThat(channels().list(NOON)).isEmpty();
        channels().opened(channel.id());
        assertThat(channels().find(channel.id(), TOKEN, NOON)).contains(channel);
    }

    @Test
    default void findsNoChannelByAnotherTokenOrId() {
        OpenChannel channel = kept(NOON.plusSeconds(1));

        for (String token : new String[] {"", TOKEN + "x", TOKEN.substring(1), "\u0000", "token.of.a.channel-?"}) {
            assertThat(channels().find(channel.id(), token, NOON)).isEmpty();
        }
        assertThat(channels().find(new ChannelId(Long.MAX_VALUE), TOKEN, NOON)).isEmpty();
    }

    @Test
    default void findsNoChannelThatHasExpired() {
        OpenChannel channel = kept(NOON);
        channels().opened(channel.id());

        assertThat(channels().find(channel.id(), TOKEN, NOON.minusMillis(1))).contains(channel);
        assertThat(channels().find(channel.id(), TOKEN, NOON)).isEmpty();
        assertThat(channels().list(NOON)).isEmpty();
    }

    @Test
    default void listsOpenedChannelsThatExpireLastFirst() {
        OpenChannel soon = kept(NOON.plusSeconds(1));
        OpenChannel late = kept(NOON.plusSeconds(3));
        OpenChannel between = kept(NOON.plusSeconds(2));
        kept(NOON.plusSeconds(4));
        channels().opened(soon.id());
        channels().opened(late.id());
        channels().opened(between.id());

        assertThat(channels().list(NOON)).containsExactly(late, between, soon);
        assertThat(channels().list(NOON.plusSeconds(2))).containsExactly(late);
    }

    @Test
    default void dropsAChannelThatWasNotOpened() {
        OpenChannel channel = kept(NOON.plusSeconds(1));

        channels().drop(channel.id());
        channels().opened(channel.id());

        assertThat(channels().find(channel.id(), TOKEN, NOON)).isEmpty();
        assertThat(channels().list(NOON)).isEmpty();
    }

    @Test
    default void forgetsWhatExpiredBefore() {
        kept(NOON.minusSeconds(1));
        kept(NOON);

        assertThat(channels().forgetExpired(NOON)).isEqualTo(1);
        assertThat(channels().forgetExpired(NOON)).isZero();
        assertThat(channels().forgetExpired(NOON.plusSeconds(1))).isEqualTo(1);
    }
}
