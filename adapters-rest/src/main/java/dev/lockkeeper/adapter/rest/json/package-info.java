/** JSON as it arrives: the one place that reads it from bytes, strictly and whatever the content type says. */
@NullMarked
package dev.lockkeeper.adapter.rest.json;

import org.jspecify.annotations.NullMarked;
