/** Access tokens, users and profiles on PostgreSQL. */
@NullMarked
package dev.lockkeeper.adapter.persistence.identity;

import org.jspecify.annotations.NullMarked;
