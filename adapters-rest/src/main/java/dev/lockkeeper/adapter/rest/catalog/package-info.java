/** Zoho's metadata calls: modules and fields. */
@NullMarked
package dev.lockkeeper.adapter.rest.catalog;

import org.jspecify.annotations.NullMarked;
