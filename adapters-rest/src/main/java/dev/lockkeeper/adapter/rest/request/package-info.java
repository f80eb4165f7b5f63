/** What every request has: an id, and a line in the access log. */
@NullMarked
package dev.lockkeeper.adapter.rest.request;

import org.jspecify.annotations.NullMarked;
