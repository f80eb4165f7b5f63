/** Locks and their history on PostgreSQL: plain JDBC, one statement a step. */
@NullMarked
package dev.lockkeeper.adapter.persistence.lock;

import org.jspecify.annotations.NullMarked;
