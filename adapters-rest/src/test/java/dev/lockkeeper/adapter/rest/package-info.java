/** The REST adapter over HTTP: a real server and real use cases, on stores in memory. */
@NullMarked
package dev.lockkeeper.adapter.rest;

import org.jspecify.annotations.NullMarked;
