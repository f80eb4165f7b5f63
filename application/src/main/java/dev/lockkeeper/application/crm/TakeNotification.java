package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.crm.ChannelId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.mirror.Channels;
import dev.lockkeeper.domain.mirror.OpenChannel;
import dev.lockkeeper.domain.mirror.StaleRecords;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes note that records changed in the CRM. A message carries their ids and nothing that could be believed: what
 * became of them is asked for later, for many at once.
 */
public final class TakeNotification {

    private final Channels channels;
    private final StaleRecords staleRecords;
    private final Clock clock;

    public TakeNotification(Channels channels, StaleRecords staleRecords, Clock clock) {
        this.channels = channels;
        this.staleRecords = staleRecords;
        this.clock = clock;
    }

    /**
     * A message, as it came.
     *
     * @param channel the channel's id
     * @param token what the channel was opened with
     * @param records the ids of the records
     */
    public record Command(String channel, String token, List<String> records) {

        public Command {
            records = List.copyOf(records);
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "Command[" + channel + "]";
        }
    }

    /** What became of it; only {@link Noted} changed anything. */
    public sealed interface Outcome {}

    /**
     * The records are noted.
     *
     * @param records how many records will be looked at
     */
    public record Noted(int records) implements Outcome {}

    /** There is no such channel, or this is not its token. */
    public record UnknownChannel() implements Outcome {}

    /** One of the ids is none. */
    public record InvalidRecordId() implements Outcome {}

    public Outcome execute(Command command) {
        Optional<OpenChannel> channel =
                ChannelId.parse(command.channel()).flatMap(id -> channels.find(id, command.token(), clock.instant()));
        if (channel.isEmpty()) {
            return new UnknownChannel();
        }
        Set<RecordId> records = new LinkedHashSet<>();
        for (String id : command.records()) {
            Optional<RecordId> record = RecordId.parse(id);
            if (record.isEmpty()) {
                return new InvalidRecordId();
            }
            records.add(record.get());
        }
        if (!records.isEmpty()) {
            staleRecords.note(channel.get().module(), records);
        }
        return new Noted(records.size());
    }
}
