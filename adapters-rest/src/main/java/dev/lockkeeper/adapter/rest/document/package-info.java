/** How controllers and answers say what the API document is to have of them. */
@NullMarked
package dev.lockkeeper.adapter.rest.document;

import org.jspecify.annotations.NullMarked;
