/** Records as they were last reported, and the work of jobs on them, on PostgreSQL. */
@NullMarked
package dev.lockkeeper.adapter.persistence.record;

import org.jspecify.annotations.NullMarked;
