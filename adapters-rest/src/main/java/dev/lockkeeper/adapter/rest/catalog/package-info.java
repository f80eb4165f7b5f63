/** Zoho's metadata calls, modules and fields, and the management API's calls that add to them. */
@NullMarked
package dev.lockkeeper.adapter.rest.catalog;

import org.jspecify.annotations.NullMarked;
