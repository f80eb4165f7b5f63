/**
 * The catalogue: which CRM modules there are, which fields their records have, and which of them can be locked.
 *
 * <p>{@link dev.lockkeeper.domain.catalog.Catalog#standard()} holds what every Zoho CRM organisation starts with. Its
 * ids are the same in every release, so they may be stored. What an organisation adds to it at run time, whole modules
 * or fields of any module, comes from the port {@link dev.lockkeeper.domain.catalog.Modules}. Every value here is
 * immutable and safe to share between threads.
 */
@NullMarked
package dev.lockkeeper.domain.catalog;

import org.jspecify.annotations.NullMarked;
