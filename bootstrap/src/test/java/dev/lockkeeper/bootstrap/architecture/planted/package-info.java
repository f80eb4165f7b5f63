/** A house in which every rule is broken, so that each rule can be seen to say so. Nothing in it is used. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted;

import org.jspecify.annotations.NullMarked;
