/** The API document and its page, served to everyone. */
@NullMarked
package dev.lockkeeper.adapter.rest.openapi;

import org.jspecify.annotations.NullMarked;
