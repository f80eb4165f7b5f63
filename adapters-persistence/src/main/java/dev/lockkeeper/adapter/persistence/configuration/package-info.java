/** Locking configurations on PostgreSQL. */
@NullMarked
package dev.lockkeeper.adapter.persistence.configuration;

import org.jspecify.annotations.NullMarked;
