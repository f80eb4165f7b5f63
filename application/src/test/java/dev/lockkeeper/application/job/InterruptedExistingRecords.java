package dev.lockkeeper.application.job;

import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.record.ExistingRecord;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.JobStep;
import dev.lockkeeper.domain.record.StepOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Existing records that tell which steps were tried, and where something happens before or after one of them. */
final class InterruptedExistingRecords implements ExistingRecords {

    private final ExistingRecords records;
    private final Map<Integer, Runnable> before = new HashMap<>();
    private final Map<Integer, Runnable> after = new HashMap<>();
    private Runnable beforeCounting = () -> {};

    final List<JobStep> tried = new ArrayList<>();
    final List<Integer> limits = new ArrayList<>();

    InterruptedExistingRecords(ExistingRecords records) {
        this.records = records;
    }

    /** @param step counted from 1; one that is refused counts */
    InterruptedExistingRecords before(int step, Runnable interruption) {
        before.put(step, interruption);
        return this;
    }

    InterruptedExistingRecords after(int step, Runnable interruption) {
        after.put(step, interruption);
        return this;
    }

    InterruptedExistingRecords beforeCounting(Runnable interruption) {
        beforeCounting = interruption;
        return this;
    }

    @Override
    public long count(Job job) {
        beforeCounting.run();
        return records.count(job);
    }

    @Override
    public List<ExistingRecord> next(Job job, int limit) {
        limits.add(limit);
        return records.next(job, limit);
    }

    @Override
    public StepOutcome take(JobStep step) {
        tried.add(step);
        int number = tried.size();
        before.getOrDefault(number, () -> {}).run();
        StepOutcome outcome = records.take(step);
        after.getOrDefault(number, () -> {}).run();
        return outcome;
    }
}
