/** The management API's reports of records. */
@NullMarked
package dev.lockkeeper.adapter.rest.record;

import org.jspecify.annotations.NullMarked;
