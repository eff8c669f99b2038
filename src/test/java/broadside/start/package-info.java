/** The packaged program as its users meet it: a process with an environment, signals and an exit code. */
@NullMarked
package broadside.start;

import org.jspecify.annotations.NullMarked;
