/** What docs/benchmarks.md reports: measured, not believed. Run by the scripts in {@code bootstrap/benchmark}. */
@NullMarked
package dev.lockkeeper.bootstrap.benchmark;

import org.jspecify.annotations.NullMarked;
