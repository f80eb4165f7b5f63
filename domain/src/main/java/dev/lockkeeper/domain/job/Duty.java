package dev.lockkeeper.domain.job;

import java.time.Duration;

/**
 * Something to be done again and again by one process at a time.
 *
 * @param name by which processes know it as the same
 * @param every the pause between two runs; the first is at once
 * @param work comes to no harm when another process does the same; what it throws is logged, and it is called again
 */
public record Duty(String name, Duration every, Runnable work) {}
