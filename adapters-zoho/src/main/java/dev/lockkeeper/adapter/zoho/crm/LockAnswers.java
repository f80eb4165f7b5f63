package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.FoundLock;
import dev.lockkeeper.domain.crm.TakenLock;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Zoho's answers say of a lock. */
final class LockAnswers {

    /** For a reason of which nothing is left that a reason may hold. */
    private static final String NO_REASON = "-";

    private LockAnswers() {}

    static TakenLock taken(Document answer) {
        Document details = answer.done("data");
        return new TakenLock(new LockId(details.id("id")), details.user("Created_By"), details.time("Created_Time"));
    }

    static LockId changed(Document answer) {
        return new LockId(answer.done("data").id("id"));
    }

    static FoundLock found(Document answer) {
        List<Document> locks = answer.isEmpty() ? List.of() : answer.list("data");
        return new FoundLock(locks.isEmpty() ? null : lock(locks.getFirst()));
    }

    private static CrmLock lock(Document element) {
        return new CrmLock(
                new LockId(element.id("id")),
                origin(element),
                new ConfigurationId(element.id("Record_Locking_Configuration_Id__s")),
                element.time("Locked_Time__s"));
    }

    private static LockOrigin origin(Document element) {
        return switch (element.text("Lock_Source__s")) {
            case "Manual" -> new LockOrigin.Manual(hold(element));
            case "Automatic" -> new LockOrigin.Automatic(rule(element));
            case "Both" -> new LockOrigin.Both(hold(element), rule(element));
            default -> throw new NotUnderstood("Lock_Source__s");
        };
    }

    private static RuleId rule(Document element) {
        return new RuleId(element.id("Record_Locking_Rule_Id__s"));
    }

    private static LockOrigin.ManualHold hold(Document element) {
        return new LockOrigin.ManualHold(element.user("Locked_By__s"), reason(element.findText("Locked_Reason__s")));
    }

    /** Zoho may let people write what is no reason here; its lock is one all the same. */
    private static LockReason reason(@Nullable String text) {
        if (LockReason.check(text) instanceof LockReason.Accepted(LockReason reason)) {
            return reason;
        }
        StringBuilder kept = new StringBuilder();
        if (text != null) {
            text.codePoints()
                    .filter(point -> LockReason.check("x" + Character.toString(point)) instanceof LockReason.Accepted)
                    .limit(LockReason.MAX_LENGTH)
                    .forEach(kept::appendCodePoint);
        }
        return LockReason.check(kept.toString()) instanceof LockReason.Accepted(LockReason reason)
                ? reason
                : new LockReason(NO_REASON);
    }
}
