package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.ChannelId;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.mirror.Channels;
import dev.lockkeeper.domain.mirror.MirroredModule;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.mirror.OpenChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Has the CRM tell of the records of every module that is configured, and renews that before it ends. */
public final class KeepChannels {

    /** Short of what the CRM allows, since its clock may be behind. */
    private static final Duration LIFE = Crm.LONGEST_CHANNEL.minusHours(1);

    /** Time enough to try again many times, little enough to hear most things once. */
    private static final Duration RENEWED_BEFORE_END = Duration.ofHours(6);

    /** What the CRM refused, or did not answer, it will not do at once. */
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofHours(1);

    private final Map<ModuleId, Instant> triedAt = new ConcurrentHashMap<>();
    private final Crm crm;
    private final Modules modules;
    private final MirroredModules mirroredModules;
    private final Channels channels;
    private final Supplier<String> tokens;
    private final Clock clock;

    /** @param tokens makes a new one that cannot be guessed, of {@value Channel#MAX_TOKEN_LENGTH} characters at most */
    public KeepChannels(
            Crm crm,
            Modules modules,
            MirroredModules mirroredModules,
            Channels channels,
            Supplier<String> tokens,
            Clock clock) {
        this.crm = crm.inBackground();
        this.modules = modules;
        this.mirroredModules = mirroredModules;
        this.channels = channels;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param opened channels that the CRM has opened
     * @param failed channels that it has not; they are tried again the next time
     */
    public record Tally(int opened, int failed) {}

    /** Opens what is missing or about to end, each channel with a token of its own. */
    public Tally execute() {
        Instant now = clock.instant();
        channels.forgetExpired(now);
        Set<ModuleId> heard = channels.list(now).stream()
                .filter(channel -> channel.expiresAt().minus(RENEWED_BEFORE_END).isAfter(now))
                .map(OpenChannel::module)
                .collect(Collectors.toSet());
        int opened = 0;
        int failed = 0;
        for (MirroredModule mirrored : mirroredModules.list()) {
            if (mirrored.configuration() == null || heard.contains(mirrored.module())) {
                continue;
            }
            CrmModule module = modules.catalog().find(mirrored.module()).orElseThrow();
            if (triedAt.getOrDefault(module.id(), Instant.MIN).isAfter(now.minus(TRIED_AGAIN_AFTER))) {
                continue;
            }
            if (open(module, now)) {
                opened++;
            } else {
                failed++;
            }
        }
        return new Tally(opened, failed);
    }

    private boolean open(CrmModule module, Instant now) {
        OpenChannel channel = new OpenChannel(channels.newId(), module.id(), now.plus(LIFE));
        String token = tokens.get();
        channels.keep(channel, token);
        return switch (crm.watch(new Channel(channel.id(), module.apiName(), token, channel.expiresAt()))) {
            case CrmReply.Answered<ChannelId> _ -> {
                channels.opened(channel.id());
                yield true;
            }
            case CrmReply.Unavailable<ChannelId> _ -> {
                channels.drop(channel.id());
                yield false;
            }
            case CrmReply.Refused<ChannelId> _ -> {
                triedAt.put(module.id(), now);
                channels.drop(channel.id());
                yield false;
            }
            // It may be open: its messages are taken, and another is opened beside it, later.
            case CrmReply.Unknown<ChannelId>() -> {
                triedAt.put(module.id(), now);
                yield false;
            }
        };
    }
}
