/**
 * What a connection may take of the service, however its other end behaves: the one place that knows the server below
 * HTTP.
 */
@NullMarked
package dev.lockkeeper.adapter.rest.connection;

import org.jspecify.annotations.NullMarked;
