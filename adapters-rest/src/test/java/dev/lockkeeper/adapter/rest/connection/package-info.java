/** Tests of what a connection may take, on connections without a network and with a clock that the test moves. */
@NullMarked
package dev.lockkeeper.adapter.rest.connection;

import org.jspecify.annotations.NullMarked;
