/** What processes share to call a CRM, on PostgreSQL. */
@NullMarked
package dev.lockkeeper.adapter.persistence.crm;

import org.jspecify.annotations.NullMarked;
