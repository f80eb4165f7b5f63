/** The way to the database, and what its failures mean. */
@NullMarked
package dev.lockkeeper.adapter.persistence.database;

import org.jspecify.annotations.NullMarked;
