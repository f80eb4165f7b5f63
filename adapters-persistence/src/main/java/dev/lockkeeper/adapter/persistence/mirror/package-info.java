/** What is kept of a deciding CRM on PostgreSQL. */
@NullMarked
package dev.lockkeeper.adapter.persistence.mirror;

import org.jspecify.annotations.NullMarked;
