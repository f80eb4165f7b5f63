/** Planted in the PostgreSQL adapter. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.adapter.persistence.lock;

import org.jspecify.annotations.NullMarked;
