/** What was added to the catalogue, on PostgreSQL. */
@NullMarked
package dev.lockkeeper.adapter.persistence.catalog;

import org.jspecify.annotations.NullMarked;
