/* The least that a program linked to proforma's libraries can do: it starts and ends. */
int main(void)
{
    return 0;
}
