/** The decision API, OpenID AuthZEN Authorization API 1.0, and what a user may do to a record as the management API shows it. */
@NullMarked
package dev.lockkeeper.adapter.rest.decision;

import org.jspecify.annotations.NullMarked;
